// Before anything is painted: the theme that was chosen, so that a dark page does not flash white.
(function () {
  try {
    var theme = localStorage.getItem('voc.theme');
    if (theme === 'light' || theme === 'dark') {
      document.documentElement.dataset.theme = theme;
    }
  } catch (refused) {
    // Storage is switched off: the theme of the system stays.
  }
})();
