"use client";
import { useState } from "react";
import type { PerformancePage } from "@/server/performance/reads/ledger";
import { VisitDialog } from "./visit-dialog";
import { Visits } from "./visits";

/** Visits where nothing was agreed but people are still supported (coordination). */
export function VisitsView({ page }: { page: PerformancePage }) {
  const [isOpen, setOpen] = useState(false);
  const mayRecord = page.allowed.includes("visit.record");
  return (
    <>
      <Visits page={page} onRecord={mayRecord ? () => setOpen(true) : undefined} />
      {isOpen ? <VisitDialog page={page} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
