"use client";
import { IconScan } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { type ShownProblem, useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { ErrorNote } from "@/app/_ui/feedback/error-note";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { doorCodeIn } from "./door-code";
import { DoorScanner } from "./door-scanner";

/** The reader's sessions, to say which one was checked in to. */
interface CheckInProps {
  sessions: readonly { id: string; title: string; when: string }[];
}

/**
 * Checks in with the code after "#", which never reaches a server log; or with one scanned or pasted here.
 * The code is removed from the address at once, so that it is in no history.
 */
export function CheckIn({ sessions }: CheckInProps) {
  const t = useTranslations("sessions.own.checkIn");
  const trpc = useTRPC();
  const [isScanning, setScanning] = useState(false);
  const [pasted, setPasted] = useState("");
  const [hasTried, setTried] = useState(false);
  const [doneAt, setDoneAt] = useState<string | null>(null);
  const act = useAct(trpc.desk.checkIn.mutationOptions(), { onDone: ({ sessionId }) => setDoneAt(sessionId) });
  const { run } = act;
  const last = useRef("");

  const send = useRef(run);
  useEffect(() => {
    send.current = run;
  });
  const enter = useCallback((code: string) => {
    last.current = code;
    setScanning(false);
    void send.current({ code });
  }, []);
  useEffect(() => {
    function read() {
      const code = doorCodeIn(window.location.hash);
      if (!code) return;
      // After this render: Next's router takes note of a changed address only once it has started itself, and would put the code back.
      setTimeout(() => window.history.replaceState(null, "", window.location.pathname));
      enter(code);
    }
    read();
    // Scanned again while this page is open: the browser changes only the part after "#" and does not reload.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [enter]);

  const found = sessions.find((one) => one.id === doneAt);
  if (doneAt)
    return (
      <Sheet>
        <Stack>
          <Banner tone="act">{t("done", { title: found?.title ?? "" })}</Banner>
          {found ? <p>{found.when}</p> : null}
        </Stack>
      </Sheet>
    );
  const typed = doorCodeIn(pasted);
  return (
    <Sheet>
      <Stack>
        <Refusal act={act} onAgain={() => enter(last.current)} />
        <p>{t("how")}</p>
        {isScanning ? (
          <DoorScanner onCode={enter} onStop={() => setScanning(false)} />
        ) : (
          <Button variant="go" wide icon={<IconScan aria-hidden />} onClick={() => setScanning(true)}>
            {t("scan")}
          </Button>
        )}
        <TextField
          label={t("paste")}
          hint={t("pasteHint")}
          autoComplete="off"
          value={pasted}
          error={hasTried && !typed ? t("pasteWrong") : undefined}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <Button
          wide
          busy={act.isBusy}
          onClick={() => {
            setTried(true);
            if (typed) enter(typed);
          }}
        >
          {t("go")}
        </Button>
      </Stack>
    </Sheet>
  );
}

interface RefusalProps {
  act: { isBusy: boolean; problem: ShownProblem | null };
  onAgain: () => void;
}

/** That the code is being sent, or why it was refused. */
function Refusal({ act, onAgain }: RefusalProps) {
  const t = useTranslations("sessions.own.checkIn");
  return (
    <>
      {act.isBusy ? <Banner>{t("busy")}</Banner> : null}
      {act.problem && !act.isBusy ? (
        act.problem.code === "notFound" ? (
          <ErrorNote>{t("unknown")}</ErrorNote>
        ) : (
          <ProblemNote
            problem={act.problem}
            code={act.problem.reference}
            action={
              <Button small onClick={() => onAgain()}>
                {t("again")}
              </Button>
            }
          />
        )
      ) : null}
    </>
  );
}
