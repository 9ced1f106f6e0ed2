"use client";
import { type ComponentType, useCallback, useContext, useEffect, useRef, useState } from "react";
import { AskAgainContext } from "@/app/_trpc/signed-out";
import styles from "./sign-in-again.module.css";

interface SignInAgainProps {
  /** The account whose page this is; nobody else can go on in its place. */
  username: string;
}

type Dialog = ComponentType<{ username: string; onDone: () => void }>;

/**
 * Stands over the page when the sign-in has ended: the password, and the page goes on with all that was typed and with
 * the act that was refused. It hides the page meanwhile, because whoever is in front of it may be somebody else. The
 * dialog is fetched then; without a connection the act says in its place that the sign-in has ended.
 */
export function SignInAgain({ username }: SignInAgainProps) {
  const asking = useContext(AskAgainContext);
  const waiting = useRef<{ promise: Promise<boolean>; resolve: (isBack: boolean) => void } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [dialog, setDialog] = useState<{ Dialog: Dialog } | null>(null);
  const end = useCallback((isBack: boolean) => {
    waiting.current?.resolve(isBack);
    waiting.current = null;
    setOpen(false);
  }, []);
  useEffect(() => {
    // Several calls may find the sign-in ended at once; all wait for the one dialog.
    asking.current = () => {
      if (!waiting.current) {
        let resolve: (isBack: boolean) => void = () => undefined;
        const promise = new Promise<boolean>((done) => {
          resolve = done;
        });
        waiting.current = { promise, resolve };
        setOpen(true);
        import("./again-dialog").then(
          ({ AgainDialog }) => setDialog({ Dialog: AgainDialog }),
          () => end(false),
        );
      }
      return waiting.current.promise;
    };
    return () => {
      asking.current = null;
      waiting.current?.resolve(false);
      waiting.current = null;
    };
  }, [asking, end]);
  if (!isOpen) return null;
  return dialog ? (
    <dialog.Dialog username={username} onDone={() => end(true)} />
  ) : (
    <div className={styles.cover} aria-busy="true" />
  );
}
