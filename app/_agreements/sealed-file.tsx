"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { Link } from "@/app/_ui/actions/link";
import styles from "./agreement.module.css";

/** How often a file that is being made is looked for, and how many times: the worker takes a second or two. */
const [every, times] = [2_000, 15];

/** The sealed agreement as a file, with the code by which anybody checks it; while it is made, that it comes. */
export function SealedFile({ disputeId, agreementId }: { disputeId: string; agreementId: string }) {
  const t = useTranslations("agreements.signers");
  const trpc = useTRPC();
  const ofThis = (list: readonly { agreementId: string; code: string }[] | undefined) =>
    list?.find((one) => one.agreementId === agreementId);
  const { data } = useQuery(
    trpc.sealedPapers.ofDispute.queryOptions(
      { disputeId },
      { refetchInterval: ({ state }) => (ofThis(state.data) || state.dataUpdateCount > times ? false : every) },
    ),
  );
  const file = ofThis(data);
  if (!data) return null;
  if (!file) return <span className={styles.small}>{t("sealedComing")}</span>;
  return (
    <>
      <Link href={`/api/sealed-papers/${agreementId}`} target="_blank">
        {t("openSealed")}
      </Link>
      <span className={styles.small}>{t("checkCode", { code: file.code })}</span>
    </>
  );
}
