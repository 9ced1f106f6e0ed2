const compound = new Set(
  (
    "欧阳 司徒 司马 上官 诸葛 尉迟 令狐 贺兰 东方 皇甫 公孙 慕容 夏侯 轩辕 宇文 长孙 端木 独孤 南宫 申屠 " +
    "太史 淳于 单于 澹台 濮阳 闻人 赫连 钟离 鲜于 闾丘 司空 司寇 仲孙 呼延 拓跋 百里 东郭 南门 西门 公冶 宗政 万俟 亓官 公羊 公西"
  ).split(" "),
);

/** What an avatar shows: 欧阳 for 欧阳文秀, 沈 for 沈静, S for Shen Jing, 阿 for 阿卜杜热合曼·买买提依明. */
export function familyName(name: string): string {
  const letters = [...name.trim()];
  const first = letters[0] ?? "";
  if (/[A-Za-z]/.test(first)) return first.toUpperCase();
  const two = letters.slice(0, 2).join("");
  return letters.length > 2 && compound.has(two) ? two : first;
}
