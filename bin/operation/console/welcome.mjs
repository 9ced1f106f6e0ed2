/** @type {[name: string, who: string][]} */
const accounts = [
  ["mediator", "people's mediator 人民调解员"],
  ["lawyer", "lawyer 律师"],
  ["judge", "judge 法官"],
  ["cadre", "community cadre 社区干部"],
  ["property", "property manager 物业"],
  ["grid", "grid member 网格员"],
  ["officer", "police officer 民警"],
  ["head", "station head 所长"],
  ["committee", "committee head 调委会主任"],
  ["county", "county office 县级"],
  ["admin", "administrator 管理员"],
];

/**
 * @param {string} base the address to open
 * @param {string | null} password of the demo accounts, if there are any
 */
export function welcome(base, password) {
  const lines = ["", `众调 Zhongtiao is ready: ${base}`, ""];
  if (password) {
    lines.push(`Demo accounts, all with the password ${password}`);
    for (const [name, who] of accounts) lines.push(`  ${name.padEnd(10)}${who}`);
    lines.push("");
  }
  lines.push("Ctrl-C stops everything.", "");
  process.stdout.write(lines.join("\n"));
}
