import { quietSdk } from '../../lib/operator/cli/quiet-sdk';

// Imported before anything that makes a client of the SDK as it loads.
quietSdk(process.env);
