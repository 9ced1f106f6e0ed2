/** Words of the public-security track: what was done, in which circumstances, and how it is settled. Imports nothing. */

/** Acts that grew out of a civil quarrel and may be settled by police mediation (程序规定 178). */
export const violationKinds = [
  "assault",
  "intentionalInjury",
  "insult",
  "defamation",
  "falseAccusation",
  "propertyDamage",
  "disturbingLife",
  "privacy",
  "homeIntrusion",
] as const;
export type ViolationKind = (typeof violationKinds)[number];

/** The circumstances of which one is needed (程序规定 178(1)–(3)). */
export const violationCircumstances = ["acquaintances", "victimFault", "easierSettled"] as const;
export type ViolationCircumstance = (typeof violationCircumstances)[number];

/** Who did it and whom it hit; in a mutual fight a party is both. */
export const violationParts = ["suspect", "injured"] as const;
export type ViolationPart = (typeof violationParts)[number];

/** Medical costs and damage at an on-the-spot settlement: there are none, or nobody disputes what is paid (程序规定 178). */
export const onSpotLosses = ["none", "undisputed"] as const;
export type OnSpotLosses = (typeof onSpotLosses)[number];

/** How the parties settled without the police (程序规定 186；治安管理处罚法 9). */
export const settlementWays = ["byThemselves", "peoplesMediation"] as const;
export type SettlementWay = (typeof settlementWays)[number];

/** Why police mediation does not apply any more or did not succeed (程序规定 178、179、185). */
export const mediationFailures = [
  "notMinor",
  "hired",
  "gang",
  "repeated",
  "unwilling",
  "newViolation",
  "fled",
  "otherUnfit",
  "notAgreed",
  "notPerformed",
] as const;
export type MediationFailure = (typeof mediationFailures)[number];
