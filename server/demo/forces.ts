/** The default eight of the method and the open ninth, in the order of the board's seats. */
export const defaultForces = [
  ["townCadre", "镇干部", "Town cadre", "镇干部", "Town"],
  ["villageCadre", "村（社区）干部", "Village or community cadre", "村干部", "Village"],
  ["courtStaff", "法庭", "Court staff", "法庭", "Court"],
  ["lawyer", "律师", "Lawyer", "律师", "Lawyer"],
  ["justiceOffice", "司法所", "Justice office", "司法所", "Justice"],
  ["propertyManager", "物业", "Property manager", "物业", "Property"],
  ["securityActivist", "治安积极分子", "Security activist", "积极分子", "Activist"],
  ["enforcementTeam", "综合执法队", "Enforcement team", "执法队", "Enforcement"],
  ["other", "其他力量", "Other helper", "其他", "Other"],
] as const;
