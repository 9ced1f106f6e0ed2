/** What whoever was asked says of a task, and what the lead makes of it. */
export const assignmentAnswers = ["done", "cannot"] as const;
export const assignmentVerdicts = ["confirm", "reopen", "drop"] as const;
export type AssignmentVerdict = (typeof assignmentVerdicts)[number];
