// Stands in for react-style-singleton, which writes a <style> element that `style-src 'self'` refuses.
// GraphiQL's dialogs use it to lock the scrolling of a page that fills its window and never scrolls.

export const styleSingleton = () => () => null;
