/** What whoever visits finds, by how content the parties are. */
export const visitNotes = {
  satisfied: [
    "两家关系缓和，见面打招呼了。",
    "钱已到账，没有再为这事找过。",
    "上门看了，修好的地方完好，双方都说满意。",
    "电话问了双方，都说事情过去了。",
    "社区网格员也说没有再吵过。",
  ],
  fair: [
    "事情办完了，两家话不多，也没有再吵。",
    "履行了，觉得拖得久了一点。",
    "补的颜色和原来不一样，能接受。",
    "能过得去，希望以后早点有人管。",
  ],
  dissatisfied: ["觉得赔少了，但说定的都做到了，不再提。", "对方履行时态度不好，心里有气，已当面劝解。"],
} as const;
