"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_ui/actions/button";
import { Dialog } from "@/app/_ui/dialogs/dialog";
import styles from "./key-list.module.css";

/** Every key that a page of the office listens to, in the order in which people come to need them. */
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

/** What the keys do; keyboards of Macs have ⌘ where this says Ctrl. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const t = useTranslations("frame.keys");
  return (
    <Dialog isOpen onClose={onClose} title={t("title")} actions={<Button onClick={onClose}>{t("done")}</Button>}>
      <dl className={styles.keys}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
