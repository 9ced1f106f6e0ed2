"use client";
import { IconCheck, IconWritingSign } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SideStamp } from "@/app/_lanes/side-stamp";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import { useCards } from "../cover/use-cards";
import { useCover } from "../cover/use-cover";
import type { DeskStatement } from "../desk";
import { useServerState } from "../use-desk-state";
import styles from "./panels.module.css";
import { type FactSigner, SignFacts } from "./sign-facts";

/** Undisputed facts, written down and signed apart from any agreement (人民调解法 27 records stay as they are). */
export function FactsPanel() {
  const t = useTranslations("desk.facts");
  const trpc = useTRPC();
  const { state, where, may, look } = useServerState();
  const { cards } = useCards();
  const [signing, setSigning] = useState<FactSigner | null>(null);
  const write = useAct(trpc.desk.stateFacts.mutationOptions(), { refresh: false, onDone: () => void look() });
  const facts = cards.filter(
    (card) => card.lane === "joint" && card.kind === "fact" && card.state === "agreed" && !card.isWaiting,
  );
  const statement = state.statements[0];
  const isSame = statement?.lines.join("\n") === facts.map((card) => card.text).join("\n");
  if (facts.length === 0 && !statement) return null;
  return (
    <section aria-labelledby="desk-facts" className={styles.section}>
      <h2 id="desk-facts">
        {t("title")} <span>{t("count", { count: statement && isSame ? statement.lines.length : facts.length })}</span>
      </h2>
      {facts.length > 0 && !isSame && may("fact.state") ? (
        <>
          <ol className={styles.lines}>
            {facts.map((card) => (
              <li key={card.id}>{card.text}</li>
            ))}
          </ol>
          <p className={styles.quiet}>{statement ? t("newer") : t("how")}</p>
          {write.problem ? <ProblemNote problem={write.problem} /> : null}
          <Button
            small
            busy={write.isBusy}
            onClick={() => void write.run({ ...where, cardIds: facts.slice(0, 30).map((card) => card.id) })}
          >
            {t("write")}
          </Button>
        </>
      ) : null}
      {statement ? (
        <>
          <h3>{t("statement", { n: statement.ordinal, count: statement.lines.length })}</h3>
          <Signers statement={statement} mayBeSigned={isSame} onSign={setSigning} />
        </>
      ) : null}
      {signing ? (
        <SignFacts
          signer={signing}
          onClose={() => {
            setSigning(null);
            void look();
          }}
        />
      ) : null}
    </section>
  );
}

interface SignersProps {
  statement: DeskStatement;
  /** True while it still matches the cards. */
  mayBeSigned: boolean;
  onSign: (signer: FactSigner) => void;
}

/** Every party, either signed or with the button to sign. */
function Signers({ statement, mayBeSigned, onSign }: SignersProps) {
  const t = useTranslations("desk.facts");
  const means = useTranslations("vocabulary.signatureMeans");
  const f = useFormat();
  const { state, may } = useServerState();
  const { dispatch } = useCover();
  return (
    <ul className={styles.signers}>
      {state.sides.flatMap(({ side, parties }) =>
        parties.map((party) => {
          const signed = statement.signatures.find((one) => one.partyId === party.id);
          return (
            <li key={party.id}>
              <SideStamp index={side - 1} small />
              <span>{party.name}</span>
              {signed ? (
                <span className={styles.quiet}>
                  <IconCheck aria-hidden /> {means(signed.means)} {f.time(signed.signedAt)}
                </span>
              ) : may("fact.sign") && mayBeSigned ? (
                <Button
                  small
                  icon={<IconWritingSign aria-hidden />}
                  aria-label={t("signNamed", { name: party.name })}
                  onClick={() => {
                    dispatch({ type: "cover" });
                    onSign({ statement, party, side });
                  }}
                >
                  {t("sign")}
                </Button>
              ) : null}
            </li>
          );
        }),
      )}
    </ul>
  );
}
