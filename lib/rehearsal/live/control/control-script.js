// Keeps the control page up to date and presses its buttons without leaving it. Without this script the buttons
// work as plain forms and the page reloads itself.
const EVERY_MS = 1_000;
const problem = document.getElementById('problem');
let timer;

function tell(text) {
  if (problem.textContent !== text) {
    problem.textContent = text;
  }
}

// The server has escaped everything in a section. A section that is the same stays as it is, so that selected
// text stays selected and screen readers hear of changes only.
const shown = {};
function show(sections) {
  for (const [id, html] of Object.entries(sections)) {
    if (shown[id] !== html) {
      replace(document.getElementById(id), html);
    }
    shown[id] = html;
  }
  const running = document.querySelector('[data-running]').dataset.running === 'true';
  document.querySelector('.kill').ariaDisabled = String(!running);
  document.querySelector('.restart').ariaDisabled = String(running);
}

// What somebody has unfolded stays so.
function replace(element, html) {
  const open = new Set([...element.querySelectorAll('details[open]')].map(({ dataset }) => dataset.key));
  element.innerHTML = html;
  for (const details of element.querySelectorAll('details')) {
    details.open = open.has(details.dataset.key);
  }
}

async function refresh() {
  clearTimeout(timer);
  try {
    show(await (await fetch('/sections')).json());
    tell('');
  } catch {
    tell('The rehearsal does not answer. Is it still running in its terminal?');
  }
  timer = setTimeout(refresh, EVERY_MS);
}

for (const form of document.forms) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.querySelector('button').ariaDisabled === 'true') {
      return;
    }
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      redirect: 'manual',
    }).catch(() => undefined);
    await refresh();
    if (answer?.status >= 400) {
      tell(await answer.text());
    }
  });
}

refresh();
