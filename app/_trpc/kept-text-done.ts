/** The event of the window by which an act says that it succeeded: what its fields kept is not needed any more. */
export const keptTextDone = "kepttextdone";
