import type { Role } from "@/db/vocabulary";

/** An invented person of the demo county. `station` is a code; `forces` are force codes. */
export interface DemoPerson {
  username: string;
  name: string;
  role: Role;
  post: string;
  station?: string;
  /** The contact point they keep, by its name. */
  point?: string;
  forces?: readonly string[];
  area?: string;
  deputy?: string;
}

/** First the accounts that are printed at start, then the other people of the county. All are invented. */
export const demoPeople: readonly DemoPerson[] = [
  { username: "mediator", name: "沈静", role: "mediator", post: "驻所调解员", station: "LW" },
  {
    username: "lawyer",
    name: "林晓岚",
    role: "expert",
    post: "衡正律师事务所律师",
    forces: ["lawyer"],
    area: "全县",
    deputy: "lawyer2",
  },
  {
    username: "judge",
    name: "周文博",
    role: "expert",
    post: "柳湾人民法庭法官",
    forces: ["courtStaff"],
    area: "柳湾镇",
    deputy: "judge2",
  },
  {
    username: "cadre",
    name: "吴秀英",
    role: "expert",
    post: "江畔社区党委书记",
    forces: ["villageCadre"],
    area: "江畔社区",
    point: "江畔社区调解室",
  },
  {
    username: "property",
    name: "孙立",
    role: "expert",
    post: "江畔花园物业经理",
    forces: ["propertyManager"],
    area: "江畔花园",
  },
  { username: "grid", name: "冯小军", role: "gridMember", post: "第 7 网格网格员", station: "LW", area: "江畔社区" },
  { username: "officer", name: "郭海涛", role: "officer", post: "社区民警", station: "LW" },
  { username: "head", name: "赵国梁", role: "stationHead", post: "所长", station: "LW" },
  { username: "committee", name: "方慧", role: "committeeHead", post: "调委会主任", station: "LW" },
  { username: "county", name: "顾长青", role: "county", post: "县局基层基础科" },
  { username: "admin", name: "陆远", role: "admin", post: "系统管理员" },
  {
    username: "judge2",
    name: "李若彤",
    role: "expert",
    post: "柳湾人民法庭法官助理",
    forces: ["courtStaff"],
    area: "柳湾镇",
  },
  {
    username: "judge3",
    name: "贺兰明珠",
    role: "expert",
    post: "县法院诉前调解中心",
    forces: ["courtStaff"],
    area: "全县",
  },
  { username: "lawyer2", name: "司马青", role: "expert", post: "明理律师事务所律师", forces: ["lawyer"], area: "全县" },
  { username: "town", name: "何志远", role: "expert", post: "柳湾镇综治办干部", forces: ["townCadre"], area: "柳湾镇" },
  { username: "justice", name: "韩冰", role: "expert", post: "柳湾司法所", forces: ["justiceOffice"], area: "柳湾镇" },
  {
    username: "activist",
    name: "马桂兰",
    role: "expert",
    post: "江畔花园楼长",
    forces: ["securityActivist"],
    area: "江畔花园",
  },
  {
    username: "enforcement",
    name: "丁一鸣",
    role: "expert",
    post: "综合执法队队员",
    forces: ["enforcementTeam"],
    area: "柳湾镇",
    deputy: "enforcement2",
  },
  {
    username: "enforcement2",
    name: "丁海",
    role: "expert",
    post: "综合执法队中队长",
    forces: ["enforcementTeam"],
    area: "全县",
  },
  {
    username: "surveyor",
    name: "陶文渊",
    role: "expert",
    post: "县房屋安全鉴定站工程师",
    forces: ["other"],
    area: "全县",
  },
  {
    username: "village",
    name: "韦国庆",
    role: "expert",
    post: "东岗村村委会主任",
    forces: ["villageCadre"],
    area: "东岗村",
    point: "东岗村微单元",
  },
  { username: "mediator2", name: "令狐晓峰", role: "mediator", post: "驻所调解员", station: "LW" },
  { username: "officer2", name: "祝远航", role: "officer", post: "值班民警", station: "LW" },
  {
    username: "grid2",
    name: "曲小满",
    role: "gridMember",
    post: "第 12 网格网格员",
    station: "LW",
    area: "锦绣里",
    point: "物业纠纷专业调解室",
  },
  { username: "mediator3", name: "欧阳文秀", role: "mediator", post: "驻所调解员", station: "DG" },
  { username: "officer3", name: "阿卜杜热合曼·买买提依明", role: "officer", post: "社区民警", station: "DG" },
  { username: "head2", name: "穆青松", role: "stationHead", post: "所长", station: "DG" },
  { username: "committee2", name: "谭兆丰", role: "committeeHead", post: "调委会主任", station: "DG" },
  { username: "mediator4", name: "司徒婉仪", role: "mediator", post: "驻所调解员", station: "WC" },
  { username: "officer4", name: "覃立夏", role: "officer", post: "社区民警", station: "WC" },
  { username: "head3", name: "尉迟建业", role: "stationHead", post: "所长", station: "WC" },
  { username: "committee3", name: "易春生", role: "committeeHead", post: "调委会主任", station: "WC" },
];
