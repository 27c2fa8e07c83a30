// Before the first paint, so that nobody who works in the dark is dazzled by a white page. A file of its own because
// the security policy allows no script inside the page.
(() => {
  const kept = localStorage.getItem('mantine-color-scheme-value');
  const isDark =
    kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
  document.documentElement.lang = localStorage.getItem('1022-language') === 'en' ? 'en' : 'vi';
})();
