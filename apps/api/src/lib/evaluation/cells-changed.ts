import { ApiError } from '../api-error.ts';

/** A place that is another by now. */
export interface ChangedPlace {
  path: string;
  was: string | null;
  is: string | null;
  by: string | null;
}

export function cellsChanged(places: readonly ChangedPlace[]): ApiError {
  return new ApiError('cellsChanged', {
    detail: {
      zh: `有${places.length}处已被他人修改，请逐处核对；其余内容没有丢失。`,
      en: `${places.length} places were changed by somebody else; nothing else is lost.`,
    },
    faults: places.map(({ path }) => ({
      ...{ path, code: 'cellChanged' },
      message: { zh: '这一处已被他人修改。', en: 'Somebody else changed this place.' },
    })),
    changes: places.map((place) => ({ ...place, at: null })),
  });
}
