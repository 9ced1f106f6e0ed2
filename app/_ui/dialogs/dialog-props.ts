import type { ReactNode } from "react";

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** A question: "终止原因？" */
  title: ReactNode;
  /** The consequences, in numbers and names. */
  children: ReactNode;
  /** Buttons; the one that goes ahead last. */
  actions: ReactNode;
}
