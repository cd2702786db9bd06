// Before anything is drawn: what needs scripts may be shown, what stands in for them may be hidden.
document.documentElement.classList.add("js");
