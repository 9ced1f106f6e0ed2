/** Inside the frame, which has its own main part already. */
export { NothingHere as default } from "@/app/_frame/nothing-here";
