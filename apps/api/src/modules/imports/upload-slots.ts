import { ApiError } from '../../lib/api-error.ts';

/** Files that a process takes in at a time: each piece is sealed here, and waits for a connection. */
const most = 4;

export function uploadSlots() {
  let taken = 0;
  return {
    /** Throws `tooMany` where others are being received already. */
    async take<Result>(receive: () => Promise<Result>): Promise<Result> {
      if (taken >= most) throw full();
      taken += 1;
      try {
        return await receive();
      } finally {
        taken -= 1;
      }
    },
  };
}

function full(): ApiError {
  return new ApiError('tooMany', {
    retryAfter: 10,
    detail: {
      zh: `正在接收${most}个文件，请稍后再上传。`,
      en: `${most} files are being received; upload yours in a moment.`,
    },
  });
}
