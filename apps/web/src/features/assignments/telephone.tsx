/** A work telephone: on the phone a touch dials it. */
export function Telephone({ number }: { number: string | null }) {
  return number && <a href={`tel:${number}`}>{number}</a>;
}
