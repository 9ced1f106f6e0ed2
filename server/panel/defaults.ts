import type { DisputeType, defaultForceCodes, PanelNeed } from "@/db/vocabulary";

type ForceCode = (typeof defaultForceCodes)[number];

/** Why a force is asked for, as a code the pages word. `oftenParty`: why it is better not asked. */
export const panelReasons = [
  "knowsFamilies",
  "knowsLand",
  "coordinates",
  "explainsPolicy",
  "urgesPayer",
  "tellsVerdicts",
  "preparesConfirmation",
  "statesLaw",
  "readsContract",
  "countsClaims",
  "mediatesLocally",
  "legalAid",
  "holdsPlans",
  "keepsOrder",
  "oftenParty",
  "calmsPeople",
  "checksBuilding",
  "checksTrade",
  "checksPollution",
  "checksEmployer",
  "expertView",
] as const;
export type PanelReason = (typeof panelReasons)[number];

export interface PanelDefault {
  need: PanelNeed;
  seats: number;
  why: PanelReason | null;
}

const must = (why: PanelReason, seats = 1): PanelDefault => ({ need: "required", seats, why });
const may = (why: PanelReason, seats = 1): PanelDefault => ({ need: "optional", seats, why });
const not = (why: PanelReason): PanelDefault => ({ need: "none", seats: 1, why });
const nobody: PanelDefault = { need: "none", seats: 1, why: null };

/**
 * Which forces a type of dispute asks for where the committee has set no rule: required if the matter needs their
 * knowledge, optional if they may help; a force not listed is not asked. Few are required on purpose: an hour has to be
 * found that suits all of them.
 */
const table: Record<DisputeType, Partial<Record<ForceCode, PanelDefault>>> = {
  neighbour: {
    villageCadre: must("knowsFamilies"),
    lawyer: must("statesLaw"),
    propertyManager: may("keepsOrder"),
    securityActivist: may("calmsPeople"),
    courtStaff: may("tellsVerdicts"),
    justiceOffice: may("mediatesLocally"),
    enforcementTeam: may("checksBuilding"),
  },
  family: {
    villageCadre: must("knowsFamilies"),
    justiceOffice: must("mediatesLocally"),
    lawyer: may("statesLaw"),
    courtStaff: may("tellsVerdicts"),
    securityActivist: may("calmsPeople"),
  },
  housing: {
    villageCadre: must("knowsLand"),
    lawyer: must("statesLaw"),
    propertyManager: may("holdsPlans"),
    enforcementTeam: may("checksBuilding"),
    townCadre: may("coordinates"),
    justiceOffice: may("mediatesLocally"),
    courtStaff: may("tellsVerdicts"),
    other: may("expertView"),
  },
  contract: {
    lawyer: must("readsContract"),
    courtStaff: may("preparesConfirmation"),
    justiceOffice: may("legalAid"),
  },
  lending: {
    lawyer: must("readsContract"),
    courtStaff: may("preparesConfirmation"),
    villageCadre: may("knowsFamilies"),
    justiceOffice: may("legalAid"),
  },
  business: {
    lawyer: must("readsContract"),
    enforcementTeam: may("checksTrade"),
    townCadre: may("coordinates"),
    courtStaff: may("preparesConfirmation"),
    justiceOffice: may("mediatesLocally"),
  },
  damages: {
    lawyer: must("countsClaims"),
    courtStaff: may("preparesConfirmation"),
    villageCadre: may("knowsFamilies"),
    securityActivist: may("calmsPeople"),
    justiceOffice: may("legalAid"),
    other: may("expertView"),
  },
  land: {
    villageCadre: must("knowsLand"),
    justiceOffice: must("mediatesLocally"),
    lawyer: must("statesLaw"),
    townCadre: may("coordinates"),
    courtStaff: may("tellsVerdicts"),
    enforcementTeam: may("checksBuilding"),
  },
  demolition: {
    townCadre: must("explainsPolicy"),
    villageCadre: must("knowsLand"),
    lawyer: must("statesLaw"),
    justiceOffice: may("legalAid"),
    courtStaff: may("tellsVerdicts"),
    enforcementTeam: may("checksBuilding"),
  },
  environment: {
    enforcementTeam: must("checksPollution"),
    villageCadre: must("knowsFamilies"),
    lawyer: may("statesLaw"),
    townCadre: may("coordinates"),
    propertyManager: may("keepsOrder"),
    justiceOffice: may("mediatesLocally"),
    other: may("expertView"),
  },
  migrantWages: {
    lawyer: must("countsClaims"),
    justiceOffice: must("legalAid"),
    enforcementTeam: must("checksEmployer"),
    townCadre: may("urgesPayer"),
    courtStaff: may("preparesConfirmation"),
  },
  labour: {
    lawyer: must("countsClaims"),
    justiceOffice: must("legalAid"),
    enforcementTeam: may("checksEmployer"),
    townCadre: may("urgesPayer"),
    courtStaff: may("tellsVerdicts"),
  },
  tourism: {
    enforcementTeam: must("checksTrade"),
    lawyer: may("readsContract"),
    townCadre: may("coordinates"),
    justiceOffice: may("mediatesLocally"),
  },
  eCommerce: {
    lawyer: must("readsContract"),
    enforcementTeam: may("checksTrade"),
    courtStaff: may("tellsVerdicts"),
  },
  consumer: {
    enforcementTeam: must("checksTrade"),
    lawyer: may("countsClaims"),
    justiceOffice: may("mediatesLocally"),
  },
  medical: {
    lawyer: must("countsClaims"),
    other: must("expertView"),
    justiceOffice: may("legalAid"),
    townCadre: may("coordinates"),
    courtStaff: may("preparesConfirmation"),
  },
  traffic: {
    lawyer: must("countsClaims"),
    courtStaff: may("preparesConfirmation"),
    villageCadre: may("knowsFamilies"),
    justiceOffice: may("legalAid"),
    other: may("expertView"),
  },
  property: {
    villageCadre: must("knowsFamilies"),
    lawyer: must("readsContract"),
    propertyManager: not("oftenParty"),
    townCadre: may("coordinates"),
    securityActivist: may("calmsPeople"),
    justiceOffice: may("mediatesLocally"),
    courtStaff: may("tellsVerdicts"),
    enforcementTeam: may("checksBuilding"),
  },
  other: {
    lawyer: must("statesLaw"),
    villageCadre: may("knowsFamilies"),
    justiceOffice: may("mediatesLocally"),
    courtStaff: may("tellsVerdicts"),
    securityActivist: may("calmsPeople"),
  },
};

/** The default of a force for a type; forces a county has added are not asked until it sets a rule. */
export const panelDefault = (type: DisputeType, forceCode: string): PanelDefault =>
  (table[type] as Partial<Record<string, PanelDefault>>)[forceCode] ?? nobody;
