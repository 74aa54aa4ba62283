// jsdom has the element but not the window: a dialog that is shown is one that is open. It lays nothing out either.
// A test that runs without a document has neither.
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal ??= function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  Element.prototype.scrollIntoView ??= () => undefined;
}

// What a file leaves on the page and in the browser is nothing of the next one.
if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  beforeAll(() => {
    globalThis.IS_REACT_ACT_ENVIRONMENT = true;
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', '/');
    document.documentElement.lang = '';
    document.title = '';
  });
  afterEach(cleanup);
}

// React and the router report what is wrong on the console; in a test that is a failure.
const complaints = [];

beforeEach(() => {
  complaints.length = 0;
  globalThis.console.error = (...words) => {
    // jsdom does not know this element, which browsers have since 2023.
    if (String(words[0]).startsWith('The tag <%s> is unrecognized') && words[1] === 'search') return;
    complaints.push(words.map(String).join(' '));
  };
});

afterEach(() => {
  if (complaints.length > 0) throw new Error(`console.error was called:\n${complaints.join('\n')}`);
});
