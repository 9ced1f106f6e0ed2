import {
  IconAward,
  IconBriefcase,
  IconBuildingCommunity,
  IconBulb,
  IconCalendarEvent,
  IconCalendarTime,
  IconChartBar,
  IconChecklist,
  IconEngine,
  IconEye,
  IconFlag,
  IconGavel,
  IconMail,
  IconMap2,
  IconPhoneIncoming,
  IconRubberStamp,
  IconScale,
  IconShieldLock,
  IconSun,
  IconTopologyStar3,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { Messages } from "@/app/_i18n/catalogues";
import type { Role } from "@/db/vocabulary";

/** Names of the counts a page may put on a place; a badge counts what is overdue for this person, or waits for their answer. */
export type Badge =
  | "today"
  | "committee"
  | "redList"
  | "performance"
  | "calls"
  | "approvals"
  | "invitations"
  | "clues"
  | "consultations"
  | "failedWork"
  | "rules";

export interface Place {
  /** Key of `frame.places`. */
  key: keyof Messages["frame"]["places"];
  href: string;
  icon: typeof IconSun;
  badge?: Badge;
  /** Only for helpers who answer legal questions. */
  isForLawyers?: boolean;
}

const disputes: Place = { key: "disputes", href: "/disputes", icon: IconBriefcase };
const calendar: Place = { key: "calendar", href: "/calendar", icon: IconCalendarEvent };
const performance: Place = { key: "performance", href: "/performance", icon: IconChecklist, badge: "performance" };
const people: Place = { key: "people", href: "/people", icon: IconUsersGroup };
const audit: Place = { key: "audit", href: "/audit", icon: IconEye };
const approvals: Place = { key: "approvals", href: "/approvals", icon: IconGavel, badge: "approvals" };
const calls: Place = { key: "calls", href: "/calls", icon: IconPhoneIncoming, badge: "calls" };

/** Where each role can go, in the order of the rail; the first is the page after sign-in. */
export const placesOf: Record<Role, readonly [Place, ...Place[]]> = {
  mediator: [{ key: "today", href: "/today", icon: IconSun, badge: "today" }, disputes, calendar, performance, people],
  committeeHead: [
    { key: "committee", href: "/committee", icon: IconRubberStamp, badge: "committee" },
    approvals,
    disputes,
    calendar,
    performance,
    people,
    audit,
  ],
  stationHead: [
    { key: "overview", href: "/overview", icon: IconChartBar },
    { key: "redList", href: "/red-list", icon: IconFlag, badge: "redList" },
    approvals,
    { key: "forces", href: "/forces", icon: IconTopologyStar3 },
    disputes,
    calendar,
    calls,
    audit,
  ],
  officer: [calls, disputes, calendar],
  county: [
    { key: "county", href: "/county", icon: IconMap2 },
    { key: "rules", href: "/rules", icon: IconScale, badge: "rules" },
  ],
  admin: [
    { key: "adminPeople", href: "/admin/people", icon: IconUsersGroup },
    { key: "adminPlaces", href: "/admin/places", icon: IconBuildingCommunity },
    { key: "adminForces", href: "/admin/forces", icon: IconTopologyStar3 },
    { key: "adminSignIn", href: "/admin/sign-in", icon: IconShieldLock },
    { key: "adminWork", href: "/admin/work", icon: IconEngine, badge: "failedWork" },
    audit,
  ],
  expert: [
    { key: "invitations", href: "/invitations", icon: IconMail, badge: "invitations" },
    { key: "mySessions", href: "/my-sessions", icon: IconCalendarEvent },
    { key: "consultations", href: "/consultations", icon: IconScale, badge: "consultations", isForLawyers: true },
    { key: "availability", href: "/availability", icon: IconCalendarTime },
    { key: "clues", href: "/clues", icon: IconBulb },
    { key: "myRecord", href: "/my-record", icon: IconAward },
  ],
  gridMember: [
    { key: "clues", href: "/clues", icon: IconBulb, badge: "clues" },
    { key: "consultations", href: "/consultations", icon: IconScale },
  ],
};

/** How many words a phone's bar has room for. */
const mostOnBar = 5;

/** The places that a phone's bar shows: all of five, else the first four beside a button that opens the others. */
export const onBar = (places: readonly Place[]): readonly Place[] =>
  places.length > mostOnBar ? places.slice(0, mostOnBar - 1) : places;

/** Experts and grid members work on phones; everyone else mainly on a computer. */
export function frameOf(role: Role): "office" | "phone" {
  return role === "expert" || role === "gridMember" ? "phone" : "office";
}

/** Roles that may register a dispute from any page. */
export function canRegister(role: Role): boolean {
  return role === "mediator" || role === "officer";
}

/** Roles that may search for disputes; the others have none to find. */
export function canSearch(role: Role): boolean {
  return placesOf[role].some((place) => place.href === "/disputes");
}
