export interface Swings {
  count: number;
  /** How unlike their widths are: 0 where all are the same. */
  unlike: number;
}

/**
 * Counts how often values go to and fro, where less than `least` is no swing. The first and last are left out of the
 * likeness: a hand begins and ends a wave anywhere. Uses nothing but its parameters, as `evenWay`.
 */
export function swingsIn(): (values: readonly number[], least: number) => Swings {
  function widthsOf(values: readonly number[], least: number): number[] {
    const widths: number[] = [];
    const [first = 0] = values;
    let turned = first;
    let furthest = first;
    let sign = 0;
    for (const value of values) {
      if (sign === 0) {
        if (Math.abs(value - turned) < least) continue;
        sign = value > turned ? 1 : -1;
        furthest = value;
      } else if ((value - furthest) * sign > 0) furthest = value;
      else if ((furthest - value) * sign >= least) {
        widths.push(Math.abs(furthest - turned));
        turned = furthest;
        furthest = value;
        sign = -sign;
      }
    }
    return sign === 0 ? widths : [...widths, Math.abs(furthest - turned)];
  }
  return (values, least) => {
    const widths = widthsOf(values, least);
    const inner = widths.length > 3 ? widths.slice(1, -1) : widths;
    const mean = inner.reduce((sum, one) => sum + one, 0) / (inner.length || 1);
    const around = inner.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (inner.length || 1);
    return { count: widths.length, unlike: mean > 0 ? Math.sqrt(around) / mean : 0 };
  };
}
