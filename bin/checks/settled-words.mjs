/**
 * One thing has one name on screens, in messages and on paper: words that were in use for something that is called otherwise
 * now, each with the word to write. `docs/glossary.md` says what each means.
 * @type {Readonly<Record<"chinese" | "english", readonly (readonly [word: RegExp, instead: string])[]>>}
 */
export const settledWords = {
  chinese: [
    [/来路/, "来源和经过"],
    [/占住/, "预留"],
    [/明暗|跟着电脑/, "外观、跟随系统"],
    [/重复警情/, "反复报警"],
    [/重复报警/, "同一警情多人报"],
    [/没来成/, "没答复或谢绝"],
    [/凭什么/, "凭据种类、依据"],
    [/凭据在哪/, "凭据编号或存放处"],
    [/通道/, "私下记录、联席记录"],
    [/^对数$/, "背靠背问价"],
    [/看\{\w+\}(付|做到)/, "核实……付款、做到"],
    [/中性说明/, "中性案情"],
    [/会议桌/, "会议台"],
    [/会议记录|会议笔录/, "调解记录"],
    [/协助人/, "协办人"],
    [/密谈/, "背靠背"],
    [/在里面看|内容只在里面/, "登录后看"],
    [/你/, "您"],
  ],
  english: [
    [/\b(urg(e|es|ed|ing))\b(?! performance\b)/i, "remind"],
    [/\bpromises?\b/i, "obligation, performance"],
    [/\bdivert/i, "refer"],
    [/\bloose\b/i, "unassigned"],
    [/\blanes?\b/i, "notes"],
    [/\bsecret number/i, "private price check"],
    [/\bgiven back\b/i, "released"],
    [/\bclues?\b/i, "tip"],
    [/\bties?\b|\btied to\b/i, "connection"],
  ],
};

/** @param {"chinese" | "english"} language @param {string} text @returns {string | undefined} what to write instead */
export const wordToWrite = (language, text) =>
  // What stands in braces is the name of a value, not a word.
  settledWords[language].find(([word]) => word.test(language === "english" ? text.replace(/\{\w+/g, "{") : text))?.[1];
