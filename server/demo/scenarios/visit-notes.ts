import type { Satisfaction } from "@/db/vocabulary";
import type { Matter } from "./matters";
import type { RepeatableRandom } from "./repeatable-random";

/** What whoever visits finds, by how content the parties are: of any matter, of a sum that was paid, of work that was done. */
const notes: Readonly<Record<Satisfaction, Record<"any" | "pay" | "act", readonly string[]>>> = {
  satisfied: {
    any: ["电话问了双方，都说事情过去了。", "社区网格员也说没有再吵过。", "双方见面能打招呼，没有再为这事找过。"],
    pay: ["钱已到账，没有再为这事找过。", "收条看过了，双方都说两清了。"],
    act: ["上门看了，说定的都做到了，双方都说满意。", "现场看过，和协议写的一样。"],
  },
  fair: {
    any: ["事情办完了，双方话不多，也没有再吵。", "能过得去，希望以后早点有人管。"],
    pay: ["钱付清了，觉得拖得久了一点。"],
    act: ["做是做了，觉得粗糙了点，能接受。"],
  },
  dissatisfied: {
    any: ["对方履行时态度不好，心里有气，已当面劝解。"],
    pay: ["觉得赔少了，但说定的都付了，不再提。"],
    act: ["嫌做得慢，催了才动，总算做完了。"],
  },
};

export const visitNote = (satisfaction: Satisfaction, { promise }: Matter, random: RepeatableRandom): string =>
  random.pick([...notes[satisfaction].any, ...notes[satisfaction][promise.kind]]);
