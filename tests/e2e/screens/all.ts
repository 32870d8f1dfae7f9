// All grounds.

import { afterLeaving } from './apart.ts';
import { before } from './before.ts';
import { inSample } from './sample.ts';
import { ofTwo } from './pair.ts';

export const GROUNDS = [...before, ...inSample, ...ofTwo, ...afterLeaving];
