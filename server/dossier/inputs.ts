import * as z from "zod";

export const dossierQuery = z.strictObject({ disputeId: z.uuid() });
export type DossierQuery = z.output<typeof dossierQuery>;
