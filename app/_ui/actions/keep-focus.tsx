import { useEffect } from "react";
import { firstField } from "./first-field";

/** Dialogs and menus give the focus back by themselves, a little later. */
const theirsMs = 50;

/** What a reader hears of as one thing: the focus may rest on it when its controls are gone. */
const named = "li, tr, form, fieldset, section, aside, dialog, [role='dialog']";
const dialogs = "dialog, [role='dialog']";
const controls = "button:enabled, a[href]";
const fields = "input, select, textarea";

/** Where a control stood: the nodes before and after it; and what came onto the page in the same moment. */
interface Gap extends Pick<MutationRecord, "target" | "previousSibling" | "nextSibling"> {
  added: readonly Node[];
  /** A form stood there: its button comes back. In place of a button that was pressed stands another act, which no second press may do. */
  wasForm: boolean;
}

/**
 * A control that disappears while it has the focus, as the button of a folded form or of an act that is done, leaves the focus
 * on the page from its beginning: whoever works with keys or listens has lost their place. It goes to what stands there
 * instead: the first field of a form that opened, the button that came back, or the part of the page itself. What somebody
 * left on their own, and another page, are not touched.
 */
export function KeepFocus() {
  useEffect(() => {
    /** The control that had the focus and all that it stood in; and the last one outside of dialogs. */
    let path: Element[] = [];
    let below: Element[] = [];
    let address = "";
    const came = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      path = withAncestors(target);
      if (!target.closest(dialogs)) below = path;
      address = pageNow();
    };
    const left = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) return;
      queueMicrotask(() => {
        if (hasNoFocus() && !isGone(path[0])) path = [];
      });
    };
    const changed = (records: MutationRecord[]) => {
      const [control] = path;
      if (!control || !hasNoFocus() || !isGone(control)) return;
      const taken = records.find(({ removedNodes }) => [...removedNodes].some((one) => one.contains(control)));
      const gap = taken && gapOf(taken, records);
      setTimeout(() => {
        if (path[0] !== control || !hasNoFocus() || address !== pageNow()) return;
        if (!settle(path, gap)) settle(below);
      }, theirsMs);
    };
    const observer = new MutationObserver(changed);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled", "hidden"] });
    document.addEventListener("focusin", came);
    document.addEventListener("focusout", left);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", came);
      document.removeEventListener("focusout", left);
    };
  }, []);
  return null;
}

const pageNow = () => `${location.pathname}${location.search}`;
const hasNoFocus = () => document.activeElement === null || document.activeElement === document.body;
const isGone = (control: Element | undefined) =>
  control !== undefined && (control.matches(":disabled") || !control.checkVisibility());

function withAncestors(element: Element): Element[] {
  const all: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) all.push(one);
  return all;
}

const gapOf = (taken: MutationRecord, records: readonly MutationRecord[]): Gap => ({
  target: taken.target,
  previousSibling: taken.previousSibling,
  nextSibling: taken.nextSibling,
  added: records.flatMap(({ addedNodes }) => [...addedNodes]),
  wasForm: [...taken.removedNodes].some((one) => one instanceof Element && hasField(one)),
});

const hasField = (part: Element) => part.matches(fields) || part.querySelector(fields) !== null;

/** Puts the focus where the first of this path stood; false where nothing of it is left in the content of the page. */
function settle([, ...around]: Element[], gap?: Gap): boolean {
  const place = around.find((one) => one.checkVisibility());
  if (!place?.closest(`main *, ${dialogs}`)) return false;
  const part = place.closest(named) ?? place;
  const here = gap?.target === place ? between(gap) : [];
  const beside = gap?.added.filter(isShown).filter((one) => part.contains(one)) ?? [];
  const instead = [...here, ...beside];
  const control =
    instead.map(firstField).find(Boolean) ?? (gap?.wasForm ? instead.map(onlyControl).find(Boolean) : null);
  if (control) control.focus();
  else if (here[0]) restOn(here[0]);
  else restOn(part, { preventScroll: true });
  return true;
}

const isShown = (node: Node): node is HTMLElement => node instanceof HTMLElement && node.checkVisibility();

/** What stands where a control was taken out. */
function between({ target, previousSibling, nextSibling }: Gap): HTMLElement[] {
  if (previousSibling && previousSibling.parentNode !== target) return [];
  const found: HTMLElement[] = [];
  let one = previousSibling ? previousSibling.nextSibling : target.firstChild;
  for (; one && one !== nextSibling; one = one.nextSibling) if (isShown(one)) found.push(one);
  return one === nextSibling ? found : [];
}

/** The button or link of what holds no field. */
function onlyControl(part: HTMLElement): HTMLElement | null {
  if (hasField(part)) return null;
  return part.matches(controls) ? part : part.querySelector<HTMLElement>(controls);
}

/** A part of the page has the focus until somebody goes on; it is no stop of its own on the way of the Tab key. */
function restOn(part: Element, how?: FocusOptions): void {
  if (!(part instanceof HTMLElement)) return;
  if (!part.hasAttribute("tabindex")) {
    part.tabIndex = -1;
    part.addEventListener("blur", () => part.removeAttribute("tabindex"), { once: true });
  }
  part.focus(how);
}
