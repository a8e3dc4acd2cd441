import { InitCancelled, type Prompt, type Prompter } from './ask-questions';

/**
 * Asks at the terminal. The library is an ES module and takes its time to load: it comes when it is needed.
 * @throws InitCancelled after Ctrl-C or Escape
 */
export async function clackPrompter(): Promise<Prompter> {
  const clack = await import('@clack/prompts');
  return async (prompt) => {
    const answer = await ask(clack, prompt);
    if (clack.isCancel(answer)) {
      throw new InitCancelled('Nothing was written.');
    }
    return answer as string | boolean;
  };
}

type Clack = typeof import('@clack/prompts');

function ask(clack: Clack, { kind, ask: message, hint, fallback, choices = [], mistake }: Prompt) {
  switch (kind) {
    case 'yes or no':
      return clack.confirm({ message, initialValue: fallback === 'yes' });
    case 'one of':
      return clack.select({ message, options: [...choices] });
    case 'text':
    case 'list':
      return clack.text({
        message,
        placeholder: fallback ?? hint ?? '',
        ...(fallback !== undefined && { defaultValue: fallback }),
        validate: (given) => mistake(given === undefined || given === '' ? (fallback ?? '') : given),
      });
  }
}
