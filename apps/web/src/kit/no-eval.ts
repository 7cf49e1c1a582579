import { z } from 'zod';

// zod compiles its checks with `new Function`, and asks first whether it may. The content security policy says no, and the
// browser reports the question as a violation: told beforehand, zod does not ask.
z.config({ jitless: true });
