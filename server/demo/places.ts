import type { PointKind } from "@/db/vocabulary";

/** [name, seats] of a room. */
type DemoRoom = readonly [name: string, seats: number];
export interface DemoPoint {
  kind: PointKind;
  name: string;
  address: string;
  rooms: readonly DemoRoom[];
}
export interface DemoStation {
  code: string;
  name: string;
  committee: string;
  dossierWord: string;
  points: readonly DemoPoint[];
}

/** Three invented stations of one invented county, each with its committee, points and rooms. */
export const demoStations: readonly DemoStation[] = [
  {
    code: "LW",
    name: "柳湾派出所",
    committee: "柳湾镇人民调解委员会",
    dossierWord: "柳",
    points: [
      {
        kind: "station",
        name: "柳湾派出所调解室",
        address: "柳湾路 18 号",
        rooms: [
          ["驻所调解室一", 12],
          ["驻所调解室二", 6],
        ],
      },
      { kind: "committeeRoom", name: "江畔社区调解室", address: "江畔花园 1 号楼", rooms: [["社区调解室", 10]] },
      { kind: "villageUnit", name: "东岗村微单元", address: "东岗村委会", rooms: [["村委会议室", 16]] },
      { kind: "specialtyRoom", name: "物业纠纷专业调解室", address: "锦绣里 6 幢", rooms: [["物业调解室", 8]] },
      { kind: "enterprisePoint", name: "瑞丰服饰厂联络点", address: "工业路 7 号", rooms: [] },
      { kind: "lookout", name: "老街瞭望哨", address: "老街 12 号", rooms: [] },
    ],
  },
  {
    code: "DG",
    name: "东关派出所",
    committee: "东关街道人民调解委员会",
    dossierWord: "东",
    points: [
      { kind: "station", name: "东关派出所调解室", address: "东关大街 3 号", rooms: [["驻所调解室", 10]] },
      { kind: "committeeRoom", name: "红旗巷社区调解室", address: "红旗巷 8 号", rooms: [["社区调解室", 8]] },
      { kind: "villageUnit", name: "西河沿村微单元", address: "西河沿村委会", rooms: [["村委会议室", 14]] },
    ],
  },
  {
    code: "WC",
    name: "文昌派出所",
    committee: "文昌街道人民调解委员会",
    dossierWord: "文",
    points: [
      { kind: "station", name: "文昌派出所调解室", address: "文昌路 66 号", rooms: [["驻所调解室", 10]] },
      { kind: "specialtyRoom", name: "涉企纠纷专业调解室", address: "富民路 20 号", rooms: [["企业调解室", 12]] },
      { kind: "lookout", name: "富民路夜市瞭望哨", address: "富民路夜市", rooms: [] },
    ],
  },
];
