/* global window, Type */
// Stands in for MicrosoftAjax.js, which office.js loads from another host: only what it touches.
(function () {
  var nothing = function () {
    return null;
  };
  window.Type = Function;
  Type.registerNamespace = function (path) {
    path.split(".").reduce(function (owner, name) {
      return (owner[name] = owner[name] || {});
    }, window);
  };
  Type.registerClass = nothing;
  Function.prototype.registerClass = function () {
    return this;
  };
  Function._validateParams = nothing;
  window.Sys = {
    Debug: { trace: nothing },
    Browser: { InternetExplorer: {}, agent: null },
    Serialization: {
      JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse },
    },
    StringBuilder: function (text) {
      var all = text || "";
      this.append = function (more) {
        all += more;
        return this;
      };
      this.toString = function () {
        return all;
      };
    },
  };
  ["argument", "argumentNull", "argumentOutOfRange", "argumentType", "parameterCount", "create"]
    .concat(["invalidOperation", "notImplemented"])
    .forEach(function (name) {
      Error[name] = function (first) {
        var error = new Error(name + ": " + String(first));
        error.name = "Sys." + name;
        return error;
      };
    });
  String.format = function (format) {
    var given = Array.prototype.slice.call(arguments, 1);
    return format.replace(/\{(\d+)\}/g, function (_, index) {
      return given[Number(index)];
    });
  };
})();
