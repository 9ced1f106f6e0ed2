"use client";
import { useId, useRef, useState } from "react";
import { type Seen, useSeen } from "@/app/_ui/fields/use-seen";
import type { AgreementForm } from "@/db/vocabulary";
import { compiledClause, type TemplateClause } from "@/server/agreements/choices";
import type { UnfinishedClause } from "@/server/agreements/inputs";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import type { AgreedCard } from "@/server/desk/reads/papers";
import {
  type ClauseDraft,
  clauseInput,
  draftOf,
  draftOfUnfinished,
  emptyClause,
  moved,
  unfinishedOf,
} from "./clause-draft";
import { type DraftWords, useKeptDraft } from "./use-kept-draft";

/** The paper as it is being written here, and how it differs from what was saved. */
export interface Draft {
  form: AgreementForm;
  facts: string;
  clauses: readonly ClauseDraft[];
  isChanged: boolean;
  setForm: (form: AgreementForm) => void;
  setFacts: (facts: string) => void;
  change: (clause: ClauseDraft) => void;
  move: (index: number, by: -1 | 1) => void;
  remove: (key: string) => void;
  /** Puts these clauses in the place of one. */
  split: (key: string, parts: readonly ClauseDraft[]) => void;
  /** Adds an empty clause and gives its key. */
  add: () => string;
  /** Puts the clauses of a template into an empty draft, for these parties. */
  begin: (clauses: readonly TemplateClause[]) => void;
  /** Whether what is saved is not whole: it has to be saved once more before it is sent. */
  isUnfinished: boolean;
  /** Form, facts and clauses as the server takes them; as they were typed while something is missing. */
  input: () => DraftInput;
  /** What was drafted elsewhere since this draft was opened. */
  seen: Seen<DraftWords, number | null>;
  /** Puts another draft in place of this one. */
  take: (other: DraftWords) => void;
  markSaved: (version: number) => void;
  /** What lies on this device from before, or from a second window; and when this one was last kept there. */
  kept: ReturnType<typeof useKeptDraft>;
}

type DraftInput = Pick<DraftWords, "form" | "facts"> & {
  clauses: NonNullable<ReturnType<typeof clauseInput>>[];
  unfinished?: UnfinishedClause[];
};

/** The server's limit for the characters of a clause. */
const clauseLetters = 500;

/** A first draft starts with what was agreed in the session; who owes it, to whom and by when is still to be filled in. */
export function useDraft(
  { agreement, startingFacts, disputeId, readerId, parties }: AgreementPage,
  agreed: readonly AgreedCard[],
): Draft {
  const prefix = useId();
  const added = useRef(0);
  const half = agreement?.unfinished;
  const stored: DraftWords = {
    form: half?.form ?? agreement?.form ?? "written",
    facts: half?.facts ?? agreement?.facts ?? startingFacts ?? "",
    clauses: agreement
      ? (half?.clauses.map(draftOfUnfinished) ?? agreement.clauses.map(draftOf))
      : agreed.map(({ cardId, text }) => ({ ...emptyClause(cardId), text: text.slice(0, clauseLetters) })),
  };
  const seen = useSeen({ version: agreement?.version ?? null, values: stored });
  const [form, setForm] = useState(stored.form);
  const [facts, setFacts] = useState(stored.facts);
  const [clauses, setClauses] = useState(stored.clauses);
  const now = JSON.stringify([form, facts, clauses.map(({ key: _key, ...clause }) => clause)]);
  const [saved, setSaved] = useState(agreement ? now : "");
  const [isTyped, setTyped] = useState(false);
  const typing = <T extends unknown[]>(change: (...what: T) => void) => {
    return (...what: T) => {
      setTyped(true);
      change(...what);
    };
  };
  const take = typing((other: DraftWords) => {
    setForm(other.form);
    setFacts(other.facts);
    setClauses(other.clauses);
  });
  // The key names the person: the next user of this device finds nothing.
  const kept = useKeptDraft(`draft.agreement ${readerId} ${disputeId} ${agreement?.id ?? ""}`, {
    base: seen.version,
    words: { form, facts, clauses },
    isTyped: isTyped && now !== saved,
    take,
  });

  return {
    form,
    facts,
    clauses,
    isChanged: now !== saved,
    isUnfinished: Boolean(agreement?.unfinished),
    setForm: typing(setForm),
    setFacts: typing(setFacts),
    change: typing((clause) => setClauses((all) => all.map((one) => (one.key === clause.key ? clause : one)))),
    move: typing((index, by) => setClauses((all) => moved(all, index, by))),
    remove: typing((key) => setClauses((all) => all.filter((one) => one.key !== key))),
    split: typing((key, parts) =>
      setClauses((all) => all.flatMap((clause) => (clause.key === key ? [...parts] : [clause]))),
    ),
    add() {
      setTyped(true);
      added.current += 1;
      const key = `${prefix}${added.current}`;
      setClauses((all) => [...all, emptyClause(key)]);
      return key;
    },
    begin: typing((template) =>
      setClauses(template.map((one, i) => ({ ...emptyClause(`${prefix}begin${i}`), ...compiledClause(one, parties) }))),
    ),
    input() {
      const whole = clauses.map(clauseInput);
      return facts.trim() && whole.every((clause) => clause !== null)
        ? { form, facts, clauses: whole }
        : { form, facts, clauses: [], unfinished: clauses.map(unfinishedOf) };
    },
    seen,
    take,
    kept,
    markSaved(version) {
      kept.forget();
      seen.saved(version, { form, facts, clauses });
      setSaved(now);
    },
  };
}
