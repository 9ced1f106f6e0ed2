import { question, router } from "../trpc/init";
import { auditTrailInput } from "./inputs";
import { auditTrail } from "./reads/audit-trail";

export const auditRouter = router({ trail: question("audit.read", auditTrailInput, auditTrail) });
