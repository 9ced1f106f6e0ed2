import { disputeIdInput } from "../disputes/inputs";
import { command, question, router } from "../trpc/init";
import { giveNotice } from "./give-notice";
import { giveNoticeInput, recordConsentInput, recordRefusalInput } from "./inputs";
import { consentsOfDispute } from "./queries";
import { recordConsent } from "./record-consent";
import { recordRefusal } from "./record-refusal";

export const consentsRouter = router({
  ofDispute: question("dispute.read", disputeIdInput, consentsOfDispute),
  giveNotice: command("notice.give", giveNoticeInput, giveNotice),
  record: command("consent.record", recordConsentInput, recordConsent),
  refuse: command("refusal.record", recordRefusalInput, recordRefusal),
});
