/** Shown inside the layout, which leaves the main element to its pages. */
export { default } from "@/app/not-found";
