/** One entry behind ⋯. */
export interface MoreItem {
  label: string;
  href?: string;
  onPress?: () => void;
  /** stop: red text, after a separator. */
  tone?: "stop";
}
