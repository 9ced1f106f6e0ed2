"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { showToast } from "@/app/_ui/feedback/toasts";
import type { CardKind } from "@/db/vocabulary";
import { useCards } from "../cover/use-cards";
import { columns } from "../desk";
import { inColumn, saidBy } from "../outbox/drafts";
import { type KindWord, kindsFor, settled, speakersFor, type Token, tokenAt, without } from "./composer-words";
import type { Suggestion } from "./suggestions";
import { useDraft, useWriting } from "./use-writing";

const kindsTyped: readonly CardKind[] = [...columns, "note"];

/** The sign being typed, its suggestions, and the chosen one. */
function useSuggestions(isComposing: RefObject<boolean>, kinds: readonly KindWord[]) {
  const { speakers } = useWriting();
  const [token, setToken] = useState<Token | null>(null);
  const [at, setAt] = useState(0);
  const suggestions: Suggestion[] = !token
    ? []
    : token.sign === "@"
      ? speakersFor(token.fragment, speakers).map((one) => ({ key: one.key, word: one.name, side: one.side }))
      : kindsFor(token.fragment, kinds).map(({ kind, word }) => ({ key: kind, word, side: null }));
  function look(text: string, caret: number) {
    setToken(isComposing.current ? null : tokenAt(text, caret));
    setAt(0);
  }
  return { token, setToken, setAt, suggestions, chosen: Math.min(at, suggestions.length - 1), look };
}

/** The state of the input line: @ and # while they are typed, the keys, and writing the card. */
export function useComposing(field: RefObject<HTMLTextAreaElement | null>) {
  const t = useTranslations("desk.composer");
  const kindWords = useTranslations("vocabulary.cardKinds");
  const { lane } = useCards();
  const { speakers, setDraft, write } = useWriting();
  const draft = useDraft();
  const isComposing = useRef(false);
  const kinds = useMemo<KindWord[]>(() => kindsTyped.map((kind) => ({ kind, word: kindWords(kind) })), [kindWords]);
  const { token, setToken, setAt, suggestions, chosen, look } = useSuggestions(isComposing, kinds);

  function pick({ key }: Suggestion) {
    if (!token) return;
    const rest = without(draft.text, token);
    const next =
      token.sign === "@" ? saidBy(draft, key) : inColumn(draft, kindsTyped.find((kind) => kind === key) ?? draft.kind);
    // Immediately, not in the next frame: otherwise the caret would jump while the user is already typing on.
    flushSync(() => {
      setDraft({ ...next, text: rest.text });
      setToken(null);
    });
    field.current?.focus();
    field.current?.setSelectionRange(rest.caret, rest.caret);
  }
  function submit() {
    const said = settled(draft.text, speakers, kinds);
    const named = said.speaker ? saidBy(draft, said.speaker.key) : draft;
    const next = { ...inColumn(named, said.kind ?? draft.kind), text: said.text };
    setToken(null);
    if (!said.text) return setDraft(next);
    write(next);
    if (lane?.lane === "sealed") showToast({ message: t("sealedSent") });
  }
  const press = useKeys({ isComposing, token, suggestions, chosen, setAt, setToken, pick, submit });
  /** The mouse uses the same list: pressing the button types the sign. */
  function type(sign: "@" | "#") {
    const text = draft.text && !/\s$/.test(draft.text) ? `${draft.text} ${sign}` : draft.text + sign;
    setDraft({ ...draft, text });
    setToken({ sign, from: text.length - 1, to: text.length, fragment: "" });
    setAt(0);
    field.current?.focus();
  }
  return { draft, kinds, token, setToken, suggestions, chosen, isComposing, look, pick, submit, press, type };
}

interface KeysOptions {
  isComposing: RefObject<boolean>;
  token: Token | null;
  suggestions: readonly Suggestion[];
  chosen: number;
  setAt: (at: number) => void;
  setToken: (token: Token | null) => void;
  pick: (one: Suggestion) => void;
  submit: () => void;
}

/** The keys of the input: those of the list while it is open, then ↵ and Backspace. */
function useKeys({ isComposing, token, suggestions, chosen, setAt, setToken, pick, submit }: KeysOptions) {
  const { setDraft } = useWriting();
  const draft = useDraft();
  /** Handles a key of the list of suggestions; true when it was one. */
  function pressInList(event: KeyboardEvent): boolean {
    if (suggestions.length === 0 || !token) return false;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const one = suggestions[chosen];
    if (step) {
      event.preventDefault();
      setAt((chosen + step + suggestions.length) % suggestions.length);
    } else if (one && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      pick(one);
    } else if (event.key === "Escape") {
      setToken(null);
    } else {
      return false;
    }
    return true;
  }
  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Input methods use the same keys; some report them only as key code 229.
    if (isComposing.current || event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (pressInList(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Backspace" && draft.text === "") {
      // In an empty input, Backspace removes the most recent choice first.
      if (draft.answersId) setDraft({ ...draft, answersId: null });
      else if (draft.speaker) setDraft(saidBy(draft, null));
    }
  }
  return press;
}
