/** Shown inside the layout, which already has a main element. */
export { NothingHere as default } from "@/app/_frame/nothing-here";
