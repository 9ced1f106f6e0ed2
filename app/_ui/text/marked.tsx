import styles from "./marked.module.css";

/** A text in which the word that was searched for is marked: by weight and a line, and for those who listen by the element. */
export function Marked({ text, word }: { text: string; word: string }) {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return <mark className={styles.mark}>{text}</mark>;
  return (
    <>
      {text.slice(0, at)}
      <mark className={styles.mark}>{text.slice(at, at + word.length)}</mark>
      {text.slice(at + word.length)}
    </>
  );
}
