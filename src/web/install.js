// The copy buttons of the installation page.
const copied = document.getElementById('copied');

for (const button of document.querySelectorAll('[data-copy]')) {
  button.onclick = async () => {
    const code = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(code.textContent);
      copied.textContent = 'Copied.';
    } catch {
      // Without https a browser does not let a page write to the clipboard.
      getSelection().selectAllChildren(code);
      copied.textContent = 'The text is selected. Copy it with Ctrl+C.';
    }
  };
}
