import { invalid } from "../kernel/problem";
import { isOfficeTime, type Office } from "./office-hours";

/** The instant by which somebody is to do or answer something: still to come, while the office is open. Refuses answerBeforeNow, outsideOfficeHours. */
export function requireOfficeTime(text: string, office: Office & { now: Date }): Date {
  const at = new Date(text);
  if (at <= office.now) throw invalid("answerBeforeNow");
  if (!isOfficeTime(at, office)) throw invalid("outsideOfficeHours");
  return at;
}
