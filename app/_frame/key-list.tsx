"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_ui/actions/button";
import { chooseSingleKeys, hasSingleKeys } from "@/app/_ui/actions/single-keys";
import { Dialog } from "@/app/_ui/dialogs/dialog";
import { CheckField } from "@/app/_ui/fields/check-field";
import styles from "./key-list.module.css";

/** Every key that a page of the office may listen to, in the order in which people come to need them. */
const keys = [
  ["Ctrl K", "search"],
  ["N", "register"],
  ["J  K", "rows"],
  ["↵", "act"],
  ["O", "open"],
  ["Ctrl ↵", "send"],
  ["Esc", "close"],
  ["F6", "regions"],
  ["Alt 1–9", "lanes"],
  ["?", "list"],
] as const;

/** The buttons that these keys press are in the frame of some roles only: a county has nothing to search. */
const pressed: Partial<Record<(typeof keys)[number][1], string>> = {
  search: "[aria-keyshortcuts='Control+K']",
  register: "[aria-keyshortcuts='N']",
};
const works = (what: (typeof keys)[number][1]) => !pressed[what] || document.querySelector(pressed[what]) !== null;

/** What the keys do, and whether those of one letter do it; keyboards of Macs have ⌘ where this says Ctrl. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const t = useTranslations("frame.keys");
  const [isOn, setOn] = useState(hasSingleKeys);
  return (
    <Dialog isOpen onClose={onClose} title={t("title")} actions={<Button onClick={onClose}>{t("done")}</Button>}>
      <dl className={styles.keys}>
        {keys
          .filter(([, what]) => works(what))
          .map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(what)}</dd>
            </div>
          ))}
      </dl>
      <CheckField
        label={t("single")}
        hint={t("singleHint")}
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => {
          chooseSingleKeys(checked);
          setOn(checked);
        }}
      />
    </Dialog>
  );
}
