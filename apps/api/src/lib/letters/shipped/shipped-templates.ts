import type { LetterKind } from '@xuanpai/contracts/letter-kinds';
import { annex } from './annex.ts';
import * as grades from './grades.ts';
import { introduction, membership, membershipReturn } from './introductions.ts';
import { townshipNotice, unitNotice } from './notices.ts';

const makers: Record<LetterKind, () => Promise<Uint8Array>> = {
  unitNotice,
  townshipNotice,
  introduction,
  membership,
  membershipReturn,
  annex,
  ...grades,
};

const made = new Map<LetterKind, Promise<Uint8Array>>();

/** The template that the product brings, made once in a process. */
export function shippedTemplate(kind: LetterKind): Promise<Uint8Array> {
  const known = made.get(kind) ?? makers[kind]();
  made.set(kind, known);
  return known;
}
