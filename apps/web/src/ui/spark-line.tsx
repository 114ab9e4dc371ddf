interface SparkLineProps {
  /** The earliest first. */
  values: readonly number[];
  /** What the line's top stands for; its foot is 0. */
  max: number;
  /** In words, for those who don't see it. */
  label: string;
  width?: number;
  height?: number;
}

const edge = 3;

/** A small line without axes, beside the figures that it belongs to; its last point is marked. */
export function SparkLine({ values, max, label, width = 96, height = 20 }: SparkLineProps) {
  const step = values.length > 1 ? (width - 2 * edge) / (values.length - 1) : 0;
  const points = values.map((value, at) => ({
    x: edge + at * step,
    y: height - edge - (value / Math.max(max, 1)) * (height - 2 * edge),
  }));
  const last = points.at(-1);
  if (!last) return null;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      style={{ verticalAlign: 'middle' }}
    >
      <title>{label}</title>
      <polyline
        points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--ink3)"
        strokeWidth={1.4}
        strokeLinejoin="round"
      />
      <circle cx={last.x} cy={last.y} r={2.4} fill="var(--s1)" />
    </svg>
  );
}
