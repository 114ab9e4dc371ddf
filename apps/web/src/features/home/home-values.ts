import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getHome } from '@xuanpai/contracts/home';

export type Home = ReplyOf<typeof getHome>;
export type Task = Home['tasks'][number];
export type Activity = Home['activity'][number];
