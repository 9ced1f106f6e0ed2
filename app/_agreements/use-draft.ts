"use client";
import { useId, useRef, useState } from "react";
import type { AgreementForm } from "@/db/vocabulary";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import type { AgreedCard } from "@/server/desk/reads/papers";
import { type ClauseDraft, clauseInput, draftOf, emptyClause, moved } from "./clause-draft";

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
  /** Adds an empty clause and gives its key. */
  add: () => string;
  /** Form, facts and clauses as the server takes them, or null while something is missing. */
  input: () => { form: AgreementForm; facts: string; clauses: NonNullable<ReturnType<typeof clauseInput>>[] } | null;
  markSaved: () => void;
}

/** The server's limit for the characters of a clause. */
const clauseLetters = 500;

/** A first draft starts with what was agreed in the session; who owes it, to whom and by when is still to be filled in. */
export function useDraft({ agreement, intakeFacts }: AgreementPage, agreed: readonly AgreedCard[]): Draft {
  const prefix = useId();
  const added = useRef(0);
  const [form, setForm] = useState<AgreementForm>(agreement?.form ?? "written");
  const [facts, setFacts] = useState(agreement?.facts ?? intakeFacts ?? "");
  const [clauses, setClauses] = useState<readonly ClauseDraft[]>(() =>
    agreement
      ? agreement.clauses.map(draftOf)
      : agreed.map(({ cardId, text }) => ({ ...emptyClause(cardId), text: text.slice(0, clauseLetters) })),
  );
  const now = JSON.stringify([form, facts, clauses.map(({ key: _key, ...clause }) => clause)]);
  const [saved, setSaved] = useState(agreement ? now : "");

  return {
    form,
    facts,
    clauses,
    isChanged: now !== saved,
    setForm,
    setFacts,
    change: (clause) => setClauses((all) => all.map((one) => (one.key === clause.key ? clause : one))),
    move: (index, by) => setClauses((all) => moved(all, index, by)),
    remove: (key) => setClauses((all) => all.filter((one) => one.key !== key)),
    add() {
      added.current += 1;
      const key = `${prefix}${added.current}`;
      setClauses((all) => [...all, emptyClause(key)]);
      return key;
    },
    input() {
      const whole = clauses.map(clauseInput);
      return facts.trim() && whole.every((clause) => clause !== null) ? { form, facts, clauses: whole } : null;
    },
    markSaved: () => setSaved(now),
  };
}
