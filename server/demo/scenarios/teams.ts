/** Who takes matters in, leads and seals at a station of the demo, and where they talk. */
export interface Team {
  mediators: readonly string[];
  officer: string;
  committee: string;
  room: string;
}

export const teams: Readonly<Record<string, Team>> = {
  LW: {
    mediators: ["mediator", "mediator", "mediator2"],
    officer: "officer",
    committee: "committee",
    room: "柳湾派出所调解室 驻所调解室二",
  },
  DG: { mediators: ["mediator3"], officer: "officer3", committee: "committee2", room: "东关派出所调解室 驻所调解室" },
  WC: { mediators: ["mediator4"], officer: "officer4", committee: "committee3", room: "文昌派出所调解室 驻所调解室" },
};
