import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The style that the report and the control page of a live rehearsal share. It uses `--canvas` and `--text`. */
export const BASE_STYLE = readFileSync(join(__dirname, 'base-style.css'), 'utf8');
